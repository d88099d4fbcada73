/** Whether this thread may `require` a module that is to be imported. */
export default () => process.features.require_module;
